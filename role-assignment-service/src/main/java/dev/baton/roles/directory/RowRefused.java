package dev.baton.roles.directory;

import org.springframework.dao.DataIntegrityViolationException;

/// The database refuses what a fact would make of the rows: the whole commit is lost, and with it the fact.
public final class RowRefused extends DataIntegrityViolationException {
    private final String about;

    RowRefused(String about, DataIntegrityViolationException cause) {
        super("the rows about " + about + " refuse it", cause);
        this.about = about;
    }

    /// The deal, or the person.
    public String about() {
        return about;
    }
}
