package dev.baton.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root. Whoever is root runs it in a user namespace of its own,
/// where nobody is root, or, where namespaces are forbidden, as an unprivileged user.
public sealed interface Privileges {

    /// The command, wrapped so that PostgreSQL accepts who runs it.
    List<String> wrap(List<String> command);

    /// Makes a directory usable for whoever the wrapped command runs as.
    default void handOver(Path directory) throws IOException {}

    static Privileges ofThisUser() throws IOException, InterruptedException {
        if (!isRoot()) {
            return new AsMyself();
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return new InUserNamespace();
        }
        for (String user : List.of("postgres", "nobody")) {
            if (succeeds(List.of("runuser", "-u", user, "--", "true"))) {
                return new AsUser(user);
            }
        }
        throw new IOException("PostgreSQL does not run as root, and neither unshare nor runuser works here: "
                + "start Baton as another user");
    }

    /// The usual case: an ordinary user.
    record AsMyself() implements Privileges {
        @Override
        public List<String> wrap(List<String> command) {
            return command;
        }
    }

    /// Root, in a namespace without a mapping: PostgreSQL sees itself as nobody, and so its files.
    record InUserNamespace() implements Privileges {
        @Override
        public List<String> wrap(List<String> command) {
            return prefixed(List.of("unshare", "-U"), command);
        }
    }

    /// Root, stepping down to a user of the system.
    record AsUser(String user) implements Privileges {
        @Override
        public List<String> wrap(List<String> command) {
            return prefixed(List.of("runuser", "-u", user, "--"), command);
        }

        @Override
        public void handOver(Path directory) throws IOException {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setOwner(
                            file,
                            file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
                }
            }
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
