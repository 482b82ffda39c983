package dev.baton.axon.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/// For tokens, sagas and deadlines: fields are the state, so that a saga needs no accessors.
final class GeneralSerializer {
    private GeneralSerializer() {}

    static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(GeneralSerializer::customize)
                .build();
    }

    private static void customize(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(trusted());
        mapper.changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE));
    }

    /// Axon's tokens name the class of a wrapped token; Jackson refuses any that it was not told
    /// of, and a new processor on a log with events would fail for ever.
    private static PolymorphicTypeValidator trusted() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("dev.baton.")
                .allowIfSubType("java.util.")
                .allowIfSubType("java.lang.")
                .build();
    }
}
