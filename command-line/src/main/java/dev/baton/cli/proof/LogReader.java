package dev.baton.cli.proof;

import dev.baton.cli.http.Api;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A service's event log over HTTP, read on from where it was left.
final class LogReader {
    private static final String CLIENT = "operator";
    private final Api api;
    private final String service;
    private long last;

    LogReader(Api api, String service) {
        this.api = api;
        this.service = service;
    }

    /// Reads to the present end of the log.
    ///
    /// @return how many events came
    long readOn(Consumer<LogEvent> reader) throws IOException, InterruptedException {
        long before;
        long all = 0;
        do {
            before = last;
            all += page(reader);
        } while (last > before);
        return all;
    }

    private long page(Consumer<LogEvent> reader) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                api.lines(CLIENT, service + "/v1/events?after=" + last, "application/x-ndjson");
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(service + "/v1/events answers " + answer.statusCode());
            }
            return lines.filter(line -> !line.isBlank())
                    .map(LogEvent::parse)
                    .peek(event -> last = event.position())
                    .peek(reader)
                    .count();
        }
    }
}
