package dev.baton.roles.parking;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Around each event that the relay hears. Axon would repeat a failing event for ever, with all other deals behind it.
@Component
public class WhenAHandOffFailsThenParkItsDeal implements MessageHandlerInterceptor<EventMessage<?>> {
    private final ParkingPlace parking;

    WhenAHandOffFailsThenParkItsDeal(ParkingPlace parking) {
        this.parking = parking;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        EventMessage<?> event = work.getMessage();
        String deal = Kept.deal(event);
        if (deal == null) {
            return chain.proceed();
        }
        if (parking.keeps(deal, Kept.position(event))) {
            return null;
        }
        try {
            return chain.proceed();
        } catch (Exception failure) {
            blame(deal, Kept.position(event), failure);
            throw failure;
        }
    }

    /// What the moment is to blame for costs nobody a parking place.
    private void blame(String deal, long position, Exception failure) {
        if (!Momentary.is(failure)) {
            parking.failed(deal, position, failure, false);
        }
    }
}
