package dev.baton.web.edge.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a token must be good for, whoever shows it: on a controller, on an interface of controllers
/// or on one of their methods. Without it the answer is 403 `scope-required`, before the body is
/// read.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

    /// For instance `deals:write`.
    String value();
}
