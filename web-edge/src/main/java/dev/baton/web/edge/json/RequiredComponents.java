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

/// In a `@NullMarked` package a record component without `@Nullable` is a required field: absent
/// or null is refused. So is null within a list or a map, whether or not that may be left out
/// itself.
final class RequiredComponents extends NopAnnotationIntrospector {

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedParameter parameter
                        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                        && isOurs(constructor.getDeclaringClass())
                ? of(constructor.getAnnotatedParameterTypes()[parameter.getIndex()])
                : null;
    }

    private static JsonSetter.Value of(AnnotatedType component) {
        return JsonSetter.Value.construct(isNullable(component) ? null : Nulls.FAIL, Nulls.FAIL);
    }

    private static boolean isOurs(Class<?> owner) {
        return owner.isRecord() && isNullMarked(owner);
    }

    private static boolean isNullMarked(Class<?> type) {
        Package home = type.getPackage();
        return home != null && home.isAnnotationPresent(NullMarked.class);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
