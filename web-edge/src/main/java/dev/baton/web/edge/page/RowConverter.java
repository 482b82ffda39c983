package dev.baton.web.edge.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Writes a [Tabular] answer or a collection of records as rows, in the client's choice of format.
public final class RowConverter extends AbstractSmartHttpMessageConverter<Object> {
    private final RowFormat format;

    public RowConverter(MediaType type, RowFormat format) {
        super(type);
        this.format = format;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueType, @Nullable MediaType mediaType) {
        return rowType(type).isRecord() && canWrite(mediaType);
    }

    /// Whether a class of rows is writable shows only in its generic type. What is no class of
    /// rows is asked for when a body cannot be read: whoever is told what would be, is not told
    /// of rows.
    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> valueType) {
        boolean rows = Tabular.class.isAssignableFrom(valueType) || Collection.class.isAssignableFrom(valueType);
        return rows ? getSupportedMediaTypes() : List.of();
    }

    @Override
    protected void writeInternal(
            Object rows, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        OutputStream body = output.getBody();
        format.write(rowType(type), rows(rows), body);
        body.flush();
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotReadableException("rows are only written", input);
    }

    /// From the controller's return type, so that an answer without rows still has its columns.
    private static Class<?> rowType(ResolvableType type) {
        ResolvableType tabular = type.as(Tabular.class);
        return (tabular != ResolvableType.NONE ? tabular : type.as(Collection.class))
                .getGeneric(0)
                .resolve(Object.class);
    }

    private static Collection<?> rows(Object rows) {
        return rows instanceof Tabular<?> tabular ? tabular.rows() : (Collection<?>) rows;
    }
}
