package dev.baton.web.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBody what a body other than NDJSON may have; the largest command is far below it
@ConfigurationProperties("baton.web")
public record WebSettings(@DefaultValue("1MB") DataSize maxBody) {}
