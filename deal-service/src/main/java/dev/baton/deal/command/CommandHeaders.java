package dev.baton.deal.command;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/// Tells readers of the API which headers every command takes.
public final class CommandHeaders implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (takesCommands(method)) {
            header(operation, "Idempotency-Key", "a repeat under the same key gets the same answer, and has no effect");
            header(operation, "If-Match", "the deal's version as it was read; 412 when it has moved on");
            header(
                    operation,
                    "Baton-Epoch",
                    "the holding under which you act; waits up to 2 s until the deal knows it");
        }
        return operation;
    }

    private static boolean takesCommands(HandlerMethod method) {
        return TakesCommands.class.isAssignableFrom(method.getBeanType())
                && method.hasMethodAnnotation(PostMapping.class);
    }

    private static void header(Operation operation, String name, String meaning) {
        operation.addParametersItem(
                new HeaderParameter().name(name).description(meaning).schema(new StringSchema()));
    }
}
