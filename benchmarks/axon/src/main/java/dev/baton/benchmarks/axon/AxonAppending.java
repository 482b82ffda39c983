package dev.baton.benchmarks.axon;

import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Commands through Axon's gateway.
record AxonAppending(ConfigurableApplicationContext service, CommandGateway gateway) implements AppendContender {

    static AxonAppending start(Class<?> configuration, Place place, String... settings) {
        ConfigurableApplicationContext service = service(configuration, place, settings);
        return new AxonAppending(service, service.getBean(CommandGateway.class));
    }

    static ConfigurableApplicationContext service(Class<?> configuration, Place place, String... settings) {
        Stream<String> common = Stream.of(
                "--spring.datasource.url=" + place.database(),
                "--axon.serializer.general=jackson",
                "--axon.serializer.messages=jackson",
                "--axon.serializer.events=jackson",
                "--axon.update-check.disabled=true",
                "--axon.axonserver.enabled=false",
                "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn");
        return new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(common, Stream.of(settings)).toArray(String[]::new));
    }

    @Override
    public long advance(Request request) {
        Long sequence = gateway.sendAndWait(new Advance(request.deal(), request));
        return sequence;
    }

    @Override
    public void close() {
        service.close();
    }
}
