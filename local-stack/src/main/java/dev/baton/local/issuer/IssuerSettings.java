package dev.baton.local.issuer;

import dev.baton.local.state.Credentials;
import dev.baton.local.state.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param url the issuer as it stands in tokens
/// @param data the data directory, which holds the signing key and the credentials
/// @param console where the console is, for its redirect
/// @param secret of the demo clients and demo people, each of whom has `<name>-<secret>`; absent where the data
///     directory holds the credentials
/// @param consoleSecret the console's own, beside such a secret
@ConfigurationProperties("baton.issuer")
record IssuerSettings(
        String url,
        String data,
        String console,
        @Nullable String secret,
        @Nullable String consoleSecret) {
    IssuerSettings {
        if (isEmpty(secret) || isEmpty(consoleSecret) || (secret == null) != (consoleSecret == null)) {
            throw new IllegalArgumentException(
                    "set both baton.issuer.secret (BATON_ISSUER_SECRET) and baton.issuer.console-secret, or none");
        }
    }

    DataDirectory directory() {
        return new DataDirectory(Path.of(data));
    }

    Credentials credentials() throws IOException {
        return secret == null
                ? Credentials.read(directory().credentialsFile())
                : new Credentials(
                        Map.of(),
                        clients(secret, Objects.requireNonNull(consoleSecret)),
                        everybody(LocalClients.people(), secret));
    }

    private static Map<String, String> clients(String secret, String consoleSecret) {
        Map<String, String> all = everybody(LocalClients.ids(), secret);
        all.put(LocalClients.CONSOLE, consoleSecret);
        return all;
    }

    /// No two clients may have the same.
    private static Map<String, String> everybody(Collection<String> names, String secret) {
        Map<String, String> all = new TreeMap<>();
        names.forEach(name -> all.put(name, name + "-" + secret));
        return all;
    }

    private static boolean isEmpty(@Nullable String secret) {
        return secret != null && secret.isBlank();
    }
}
