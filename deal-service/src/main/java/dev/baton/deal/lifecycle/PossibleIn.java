package dev.baton.deal.lifecycle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The states in which a person's command is possible at all; whether it is allowed there its decision says.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PossibleIn {
    Class<? extends DealState>[] value();
}
