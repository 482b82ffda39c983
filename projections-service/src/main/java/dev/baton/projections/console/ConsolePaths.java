package dev.baton.projections.console;

/// What belongs to the console rather than to the API.
final class ConsolePaths {
    static final String[] OPEN = {"/assets/**", "/vendor/**", "/favicon.ico"};
    static final String[] ALL = {
        "/",
        "/deals",
        "/deals/**",
        "/console/**",
        "/assets/**",
        "/vendor/**",
        "/favicon.ico",
        "/oauth2/**",
        "/login/**",
        "/logout"
    };

    private ConsolePaths() {}
}
