package dev.baton.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// What the supervised JVMs run. They run copies: a build may replace a jar under a running
/// process, which then fails to load its next class.
///
/// @param home the project's directory, with a directory for each module
/// @param runtime where the copies go
/// @param mainClass of this program, for when it runs from a class path rather than from its jar
public record Programs(Path home, Path runtime, Class<?> mainClass) {

    /// A module's application jar.
    public List<String> module(String name) throws IOException {
        Path target = home.resolve(name).resolve("target");
        return jar(name, appJarIn(target));
    }

    /// This program itself.
    public List<String> self() throws IOException {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? jar("local-stack", Path.of(classPath))
                : List.of("-cp", classPath, mainClass.getName());
    }

    private static Path appJarIn(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                        .findFirst()
                        .orElseThrow(() -> notBuilt(target));
            }
        }
        throw notBuilt(target);
    }

    private static IOException notBuilt(Path target) {
        return new IOException("no application jar in " + target + "; build it with ./mvnw -DskipTests package");
    }

    private List<String> jar(String name, Path original) throws IOException {
        Path copy = runtime.resolve(name + ".jar");
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        return List.of("-jar", copy.toString());
    }
}
