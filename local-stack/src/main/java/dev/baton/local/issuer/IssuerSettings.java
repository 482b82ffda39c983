package dev.baton.local.issuer;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param url the issuer as it stands in tokens
/// @param data the data directory, which holds the signing key and the credentials
/// @param console where the console is, for its redirect
@ConfigurationProperties("baton.issuer")
record IssuerSettings(String url, String data, String console) {}
