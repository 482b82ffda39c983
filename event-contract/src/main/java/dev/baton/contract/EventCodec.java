package dev.baton.contract;

/// Between an event record and what is stored and sent of it.
public interface EventCodec {

    /// The wire name and the JSON text of an event record.
    ///
    /// @throws IllegalArgumentException when the class is in no catalogue
    Encoded encode(Object event);

    /// The event record of a wire name and its JSON text; older versions are lifted to the current record.
    ///
    /// @throws UnknownEventType when the catalogue does not know the name
    /// @throws MalformedEvent when the text does not fit the record
    Object decode(String type, String data);

    /// Whether the catalogue knows the wire name.
    boolean knows(String type);

    record Encoded(String type, String data) {}
}
