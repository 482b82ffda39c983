package dev.baton.compose;

import dev.baton.contract.testing.FreePort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one difference to what Docker would start: the hosts and ports of the network between the containers become
/// free ports of this machine, and directories of the images become others.
final class Substitution {
    private static final List<Integer> PORTS = List.of(5432, 9092, 9093, 8080, 8081, 8082, 8083);
    private static final String HOSTS = "(?:\\b(?:postgres|kafka|issuer\\.localhost)|(?<=://)):(\\d+)\\b";

    private final Map<Integer, Integer> ports = freePorts();
    private final Map<String, String> directories = new LinkedHashMap<>();

    Substitution directory(String inTheImage, java.nio.file.Path here) {
        directories.put(inTheImage, here.toString());
        return this;
    }

    int port(int inTheNetwork) {
        return ports.get(inTheNetwork);
    }

    Map<String, String> of(Map<String, String> environment) {
        Map<String, String> substituted = new TreeMap<>();
        environment.forEach((name, value) -> substituted.put(name, of(value)));
        return substituted;
    }

    List<String> of(List<String> command) {
        return command.stream().map(this::of).toList();
    }

    String of(String value) {
        String text =
                Pattern.compile(HOSTS).matcher(value).replaceAll("127.0.0.1:$1").replace("0.0.0.0", "127.0.0.1");
        for (Map.Entry<String, String> directory : directories.entrySet()) {
            text = text.replaceAll("(?<![\\w/])" + directory.getKey(), Matcher.quoteReplacement(directory.getValue()));
        }
        return Pattern.compile("\\b(5432|909[23]|808[0-3])\\b")
                .matcher(text)
                .replaceAll(port -> String.valueOf(port(Integer.parseInt(port.group()))));
    }

    /// Most are listened on minutes later.
    private static Map<Integer, Integer> freePorts() {
        Map<Integer, Integer> free = new TreeMap<>();
        PORTS.forEach(port -> free.put(port, FreePort.next()));
        return free;
    }
}
