package dev.baton.web.edge.body;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a body of any length line by line, never holding more than one line of at most `limit` bytes.
public final class NdjsonLines {
    private final InputStream body;
    private final int limit;
    private long number;

    public NdjsonLines(InputStream body, int limit) {
        this.body = new BufferedInputStream(body, 1 << 16);
        this.limit = limit;
    }

    /// The next line that is not blank, or empty at the end of the body.
    public Optional<NdjsonLine> next() throws IOException {
        while (true) {
            Optional<NdjsonLine> line = readLine();
            boolean blank = line.isPresent()
                    && line.get() instanceof NdjsonLine.Text text
                    && text.json().isBlank();
            if (!blank) {
                return line;
            }
        }
    }

    private Optional<NdjsonLine> readLine() throws IOException {
        int first = body.read();
        if (first < 0) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        long length = 0;
        for (int next = first; next >= 0 && next != '\n'; next = body.read()) {
            if (++length <= limit) {
                line.write(next);
            }
        }
        return Optional.of(length > limit ? new NdjsonLine.TooLong(number, limit) : decoded(line.toByteArray()));
    }

    private NdjsonLine decoded(byte[] line) {
        try {
            return new NdjsonLine.Text(
                    number,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return new NdjsonLine.NotUtf8(number);
        }
    }
}
