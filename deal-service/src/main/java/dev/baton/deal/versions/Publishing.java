package dev.baton.deal.versions;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;

/// How a version comes to be: by a sales manager or by operations, naming the version that it
/// replaces. Asked again for what was just done, it answers with that and adds nothing.
///
/// @param kind as refusals name it, for instance `pipeline`
/// @param rows where versions are kept
/// @param added hears the names that have a new version
public record Publishing<D>(String kind, VersionedRows<D> rows, Consumer<String> added) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /// @param replaced the tag of the version that it replaces (`"1"`), absent for a new name
    public Version<D> publish(String name, D definition, @Nullable String replaced, Actor actor) {
        mayPublish(actor);
        Optional<Version<D>> newest = rows.newest(name);
        if (newest.isPresent() && repeats(newest.get(), definition, replaced)) {
            return newest.get();
        }
        int version = newest.map(Version::version).orElse(0);
        checkReplaced(name, version, replaced);
        return add(name, version + 1, definition, actor.id());
    }

    /// @param version the newest when absent
    public Version<D> find(String name, @Nullable Integer version) {
        Optional<Version<D>> found = version == null ? rows.newest(name) : rows.version(name, version);
        return found.orElseThrow(() -> unknown(name));
    }

    public List<Version<D>> history(String name) {
        List<Version<D>> versions = rows.history(name);
        if (versions.isEmpty()) {
            throw unknown(name);
        }
        return versions;
    }

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /// The same request once more: its answer got lost on the way.
    private static <T> boolean repeats(Version<T> newest, T definition, @Nullable String replaced) {
        String before = newest.version() == 1 ? null : tag(newest.version() - 1);
        return newest.definition().equals(definition) && Objects.equals(before, replaced);
    }

    private Version<D> add(String name, int version, D definition, String by) {
        try {
            return rows.add(name, version, definition, by);
        } catch (DuplicateKeyException race) {
            throw passed(version);
        } finally {
            added.accept(name);
        }
    }

    private void mayPublish(Actor actor) {
        if (!actor.roles().contains("SALES_MANAGER") && !actor.scopes().contains("ops")) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-required",
                            "Not yours to do",
                            "A " + kind + " is changed by a sales manager or by operations.")
                    .with("allowed", List.of("SALES_MANAGER", "ops")));
        }
    }

    private void checkReplaced(String name, int newest, @Nullable String replaced) {
        if (newest == 0) {
            checkNew(name, replaced);
        } else if (replaced == null) {
            throw new ProblemException(Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "version-required",
                            "Which version is replaced?",
                            "Send If-Match with the version that you have read.")
                    .with("allowed", tag(newest)));
        } else if (!replaced.equals(tag(newest))) {
            throw passed(newest);
        }
    }

    private void checkNew(String name, @Nullable String replaced) {
        if (replaced != null) {
            throw unknown(name);
        }
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "invalid-value",
                            "Invalid value",
                            "name has lower-case letters, digits and hyphens, 63 at most")
                    .with("pointer", "/name"));
        }
    }

    private ProblemException unknown(String name) {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-" + kind.replace(' ', '-'),
                "Unknown " + kind,
                kind + " '" + name + "' is not known"));
    }

    private ProblemException passed(int newest) {
        return new ProblemException(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-passed",
                        "The " + kind + " has moved on",
                        "its newest version is " + newest)
                .with("allowed", tag(newest)));
    }
}
