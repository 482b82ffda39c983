package dev.baton.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the archive on the class path.
///
/// @param home holds `bin`, `lib` and `share`
public record PostgresBinaries(Path home) {
    private static final Set<PosixFilePermission> PROGRAM = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /// @param runtime the directory to unpack into; an unpacked archive there is used again
    public static PostgresBinaries unpackInto(Path runtime) throws IOException {
        String archive = archiveOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = runtime.resolve(archive.replace(".txz", ""));
        if (!Files.exists(home)) {
            Path half = runtime.resolve(archive + ".unpacking");
            unpack(archive, half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    static String archiveOf(String system, String machine) {
        String os = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String cpu = switch (machine.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw new IllegalStateException("Baton brings no PostgreSQL for " + machine);
        };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new IllegalStateException("Baton brings no " + archive);
            }
            extract(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), target);
        }
    }

    private static void extract(TarArchiveInputStream entries, Path target) throws IOException {
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            write(entry, entries, target.resolve(entry.getName()).normalize());
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new UncheckedIOException(new IOException("unexpected hard link " + entry.getName()));
        } else {
            Files.copy(content, file);
            markProgram(entry, file);
        }
    }

    private static void markProgram(TarArchiveEntry entry, Path file) throws IOException {
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PROGRAM);
        }
    }
}
