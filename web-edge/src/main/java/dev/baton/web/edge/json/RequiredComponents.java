package dev.baton.web.edge.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/// In a `@NullMarked` package a record component without `@Nullable` is a required field: absent or null is refused.
final class RequiredComponents extends NopAnnotationIntrospector {

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedParameter parameter
                        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                        && isRequired(constructor, parameter.getIndex())
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : null;
    }

    private static boolean isRequired(Constructor<?> constructor, int index) {
        Class<?> owner = constructor.getDeclaringClass();
        return owner.isRecord()
                && isNullMarked(owner)
                && !isNullable(constructor.getAnnotatedParameterTypes()[index]);
    }

    private static boolean isNullMarked(Class<?> type) {
        Package home = type.getPackage();
        return home != null && home.isAnnotationPresent(NullMarked.class);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
