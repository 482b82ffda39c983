package dev.baton.roles.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.roles.handoff.HandOffSaga;
import dev.baton.roles.handoff.Rehearsal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    /// What comes of a correction is a fact of its own, which is taken as it was.
    @Test
    void the_rehearsal_hears_what_the_saga_hears() {
        Set<Class<?>> heard = Arrays.stream(HandOffSaga.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(SagaEventHandler.class))
                .map(Method::getParameterTypes)
                .map(parameters -> parameters[0])
                .filter(event -> event != DealCorrected.class)
                .collect(Collectors.toSet());
        assertThat(heard).isNotEmpty().isEqualTo(Rehearsal.NEWS);
    }
}
