package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/// Axon's event serializer for dead letters and deadlines: events in the published language, the
/// rest by the general one. Axon finds a letter's handlers by the class name, and drops a letter
/// that none is found for: so the class is the type, and the wire name stands in the revision.
final class CodecSerializer implements Serializer {
    private final EventCodec codec;
    private final Serializer general;

    CodecSerializer(EventCodec codec, Serializer general) {
        this.codec = codec;
        this.general = general;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        return object == null
                ? general.serialize(null, representation)
                : encoded(object)
                        .map(event -> serialized(object.getClass(), event, representation))
                        .orElseGet(() -> general.serialize(object, representation));
    }

    private Optional<EventCodec.Encoded> encoded(Object object) {
        try {
            return Optional.of(codec.encode(object));
        } catch (IllegalArgumentException notAnEvent) {
            return Optional.empty();
        }
    }

    private <T> SerializedObject<T> serialized(Class<?> type, EventCodec.Encoded event, Class<T> representation) {
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        return new SimpleSerializedObject<>(
                getConverter().convert(data, representation),
                representation,
                new SimpleSerializedType(type.getName(), event.type()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return general.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        String type = serialized.getType().getRevision();
        if (type != null && codec.knows(type)) {
            byte[] data = getConverter().convert(serialized, byte[].class).getData();
            return (T) codec.decode(type, new String(data, StandardCharsets.UTF_8));
        }
        return general.deserialize(serialized);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return general.classForType(type);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return general.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return general.getConverter();
    }
}
