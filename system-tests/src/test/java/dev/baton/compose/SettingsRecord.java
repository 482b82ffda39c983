package dev.baton.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A record of settings as its class file shows it, since the services are not on this class path.
///
/// @param prefix of its properties, for instance `baton.kafka`
record SettingsRecord(String prefix, List<RecordComponentInfo> components) {
    private static final String MARK = "Lorg/springframework/boot/context/properties/ConfigurationProperties;";

    static List<SettingsRecord> in(Path classes) {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<KnownVariables.Property> properties() {
        return components.stream()
                .map(component -> new KnownVariables.Property(
                        prefix + "." + kebab(component.name().stringValue()),
                        component.descriptor().stringValue().equals("Ljava/util/Map;")))
                .toList();
    }

    private static Optional<SettingsRecord> read(Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            return prefix(model)
                    .flatMap(prefix -> model.findAttribute(Attributes.record())
                            .map(components -> new SettingsRecord(prefix, components.components())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> prefix(ClassModel model) {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(annotations -> annotations.annotations().stream())
                .filter(annotation -> annotation.className().equalsString(MARK))
                .flatMap(SettingsRecord::values)
                .findFirst();
    }

    private static Stream<String> values(Annotation mark) {
        return mark.elements().stream()
                .map(AnnotationElement::value)
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue());
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
