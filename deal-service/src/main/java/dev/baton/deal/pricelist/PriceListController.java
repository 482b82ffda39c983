package dev.baton.deal.pricelist;

import dev.baton.contract.Require;
import dev.baton.deal.versions.Publishing;
import dev.baton.deal.versions.Version;
import dev.baton.deal.versions.VersionedRows;
import dev.baton.web.edge.security.Actor;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Price lists are read by everybody and given a new version by sales managers and operators.
@RestController
@RequestMapping("/v1/price-lists")
public final class PriceListController {
    private final VersionedRows<PriceListDefinition> rows;
    private final Publishing<PriceListDefinition> publishing;

    public PriceListController(VersionedRows<PriceListDefinition> rows, PriceListCatalogue catalogue) {
        this.rows = rows;
        this.publishing = new Publishing<>("price list", rows, catalogue::forget);
    }

    @GetMapping
    public List<Version<PriceListDefinition>> all() {
        return rows.newest();
    }

    @PostMapping
    public ResponseEntity<Version<PriceListDefinition>> begin(@RequestBody NewPriceList list, Actor actor) {
        return added(publishing.publish(list.name(), list.definition(), null, actor));
    }

    /// @param version the newest when absent
    @GetMapping("/{name}")
    public ResponseEntity<Version<PriceListDefinition>> one(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer version) {
        Version<PriceListDefinition> found = publishing.find(name, version);
        return ResponseEntity.ok().eTag(Publishing.tag(found.version())).body(found);
    }

    @GetMapping("/{name}/versions")
    public List<Version<PriceListDefinition>> history(@PathVariable String name) {
        return publishing.history(name);
    }

    /// Adds the next version; offers that were made keep theirs.
    ///
    /// @param replaced the version that is replaced (`"1"`)
    @PostMapping("/{name}/versions")
    public ResponseEntity<Version<PriceListDefinition>> add(
            @PathVariable String name,
            @RequestBody PriceListDefinition definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String replaced,
            Actor actor) {
        return added(publishing.publish(name, definition, replaced, actor));
    }

    private static ResponseEntity<Version<PriceListDefinition>> added(Version<PriceListDefinition> version) {
        URI place = URI.create("/v1/price-lists/" + version.name() + "?version=" + version.version());
        return ResponseEntity.created(place)
                .eTag(Publishing.tag(version.version()))
                .body(version);
    }

    /// The first version of a new price list.
    public record NewPriceList(String name, PriceListDefinition definition) {
        public NewPriceList {
            Require.text("name", name);
            Require.present("definition", definition);
        }
    }
}
