package dev.baton.roles.rebuild;

import dev.baton.roles.handoff.HandOff;
import dev.baton.roles.handoff.HandOffSaga;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The sagas as they are stored, beside the log.
@Repository
class StoredHandOffs {
    private static final String ALL = """
            select about.association_value as deal, saga.serialized_saga
            from association_value_entry about join saga_entry saga using (saga_id)
            where about.association_key = 'subject' and about.saga_type = ?""";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final SagaStore<Object> sagas;

    StoredHandOffs(JdbcTemplate jdbc, @Qualifier("generalSerializer") Serializer serializer, SagaStore<Object> sagas) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.sagas = sagas;
    }

    /// Up to which position of the log the relay has heard everything.
    long heard() {
        return jdbc
                .query(
                        "select token, token_type from token_entry where processor_name = ?",
                        (row, ignored) -> position(row.getBytes("token"), row.getString("token_type")),
                        HandOffSaga.GROUP)
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    private long position(byte @Nullable [] token, String type) {
        Object read = token == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read instanceof GlobalSequenceTrackingToken at ? at.getGlobalIndex() : 0;
    }

    /// The events at which relays of parked deals rest.
    Map<String, Long> parked() {
        Map<String, Long> parked = new HashMap<>();
        jdbc.query("select deal, position from parked_hand_off where parked_at is not null", row -> {
            parked.put(row.getString("deal"), row.getLong("position"));
        });
        return parked;
    }

    /// @param taker of each deal and what is remembered of it, or the text that cannot be read
    void each(BiConsumer<String, Object> taker) {
        jdbc.query(
                ALL,
                row -> {
                    taker.accept(row.getString("deal"), read(row.getBytes("serialized_saga")));
                },
                HandOffSaga.class.getName());
    }

    private Object read(byte[] stored) {
        try {
            HandOffSaga saga = serializer.deserialize(
                    new SimpleSerializedObject<>(stored, byte[].class, HandOffSaga.class.getName(), null));
            HandOff handOff = saga == null ? null : saga.remembered();
            return handOff == null ? "nothing" : handOff;
        } catch (RuntimeException unreadable) {
            return "it cannot be read: " + new String(stored, StandardCharsets.UTF_8);
        }
    }

    /// Puts what the log says in the place of what is stored.
    void replace(String deal, HandOff handOff) {
        HandOffSaga saga = HandOffSaga.remembering(handOff);
        AssociationValue about = new AssociationValue("subject", deal);
        Set<String> ids = sagas.findSagas(HandOffSaga.class, about);
        if (ids.isEmpty()) {
            sagas.insertSaga(HandOffSaga.class, UUID.randomUUID().toString(), saga, Set.of(about));
            return;
        }
        byte[] text = serializer.serialize(saga, byte[].class).getData();
        ids.forEach(id -> jdbc.update("update saga_entry set serialized_saga = ? where saga_id = ?", text, id));
    }
}
