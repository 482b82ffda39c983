package dev.baton.web.edge.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.baton.contract.json.ContractJson;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The contract's strict reading for the bodies of HTTP requests; in addition fields may neither be missing nor
/// repeated.
public final class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        ContractJson.strict(builder)
                .addModule(new SimpleModule("iso-dates").addDeserializer(Instant.class, new IsoInstant()))
                .withConfigOverride(LocalDate.class, date -> date.setFormat(JsonFormat.Value.forLeniency(false)))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .annotationIntrospector(
                        new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new RequiredComponents()));
    }
}
