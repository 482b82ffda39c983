package dev.baton.jitter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the name of the place in what is woven in there.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface At {}
