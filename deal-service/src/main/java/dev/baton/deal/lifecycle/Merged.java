package dev.baton.deal.lifecycle;

/// Goes on as part of another deal.
///
/// @param survivor the other deal
public record Merged(Dossier dossier, String survivor) implements DealState.Past {

    @Override
    public Merged with(Dossier now) {
        return new Merged(now, survivor);
    }
}
