package dev.baton.cli;

import dev.baton.cli.http.Tokens;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Prints a bearer token.
@Command(
        name = "token",
        description = {
            "Prints a bearer token of the local issuer, valid for an hour:",
            "  curl -H \"Authorization: Bearer $(./baton token analyst)\" http://127.0.0.1:8080/v1/pipeline"
        })
public final class TokenCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "ROLE",
            description = "Of a demo person: sales-representative, account-executive, sales-manager, "
                    + "second-sales-manager, sales-specialist, customer-support-representative; "
                    + "or of a client: integration, analyst, operator.")
    @Nullable
    String role;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Landscape landscape = data.landscape();
        String client = role == null ? "" : role.toLowerCase(Locale.ROOT).replace('_', '-');
        if (landscape.secretOf(client).isEmpty()) {
            System.err.println("baton: a role is one of " + String.join(", ", roles(landscape)));
            return 2;
        }
        System.out.println(new Tokens(HttpClient.newHttpClient(), landscape).of(client));
        return 0;
    }

    private static Set<String> roles(Landscape landscape) {
        Set<String> roles = new TreeSet<>(landscape.clients().keySet());
        roles.remove("console");
        return roles;
    }
}
