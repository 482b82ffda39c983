package dev.baton.cli.demo;

import java.text.Normalizer;
import java.util.Locale;

/// An id made from a name: `Mei-Mei Johns` is `mei-mei-johns`.
final class Slug {
    private Slug() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
