package dev.baton.contract.json;

import dev.baton.contract.EventCatalogue;
import dev.baton.contract.EventCodec;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.MalformedEvent;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue's events as JSON.
public final class JsonEventCodec implements EventCodec {
    private final JsonMapper mapper = ContractJson.mapper();

    @Override
    public Encoded encode(Object event) {
        return new Encoded(EventCatalogue.of(event.getClass()).name(), mapper.writeValueAsString(event));
    }

    @Override
    public Object decode(String type, String data) {
        Class<?> event = EventCatalogue.named(type).event();
        try {
            Object read = mapper.readValue(data, event);
            if (read == null) {
                throw new MalformedEvent("", "data must be a JSON object", null);
            }
            return read;
        } catch (JacksonException unfit) {
            throw malformed(unfit);
        }
    }

    @Override
    public boolean knows(String type) {
        return EventCatalogue.knows(type);
    }

    private static MalformedEvent malformed(JacksonException unfit) {
        String pointer = pointer(unfit);
        if (unfit.getCause() instanceof InvalidValue invalid) {
            return new MalformedEvent(
                    pointer + "/" + invalid.field().replace('.', '/'), String.valueOf(invalid.getMessage()), unfit);
        }
        return new MalformedEvent(pointer, unfit.getOriginalMessage(), unfit);
    }

    private static String pointer(JacksonException unfit) {
        return unfit instanceof DatabindException databind
                ? databind.getPath().stream()
                        .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                        .collect(Collectors.joining())
                : "";
    }
}
