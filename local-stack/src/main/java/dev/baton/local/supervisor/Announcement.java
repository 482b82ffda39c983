package dev.baton.local.supervisor;

import dev.baton.local.issuer.LocalClients;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import java.nio.file.Path;

/// What is printed when everything is ready.
public final class Announcement {
    private Announcement() {}

    public static String of(StackState state) {
        return """

                Baton is up.
                  console                  %s
                  deals                    %s
                  roles                    %s
                  tokens (OIDC issuer)     %s
                  analysts                 %s
                  data and logs            %s
                  people to sign in as     %s
                  their passwords          %s
                """.formatted(
                        url(state, "projections-service"),
                        url(state, "deal-service"),
                        url(state, "role-assignment-service"),
                        state.issuer(),
                        state.analytics(),
                        state.data(),
                        String.join(", ", LocalClients.people()),
                        new DataDirectory(Path.of(state.data())).credentialsFile());
    }

    private static String url(StackState state, String name) {
        return state.process(name).map(ProcessState::url).orElse("-");
    }
}
