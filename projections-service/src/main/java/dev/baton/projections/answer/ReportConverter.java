package dev.baton.projections.answer;

import dev.baton.web.edge.page.RowFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Writes a [Report]'s rows in the client's choice of format.
final class ReportConverter extends AbstractSmartHttpMessageConverter<Object> {
    private final RowFormat format;

    ReportConverter(MediaType type, RowFormat format) {
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

    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> valueType) {
        return getSupportedMediaTypes();
    }

    @Override
    protected void writeInternal(
            Object report, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        OutputStream body = output.getBody();
        format.write(rowType(type), ((Report<?>) report).rows(), body);
        body.flush();
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotReadableException("reports are only written", input);
    }

    /// From the controller's return type, so that a report without rows still has its columns.
    private static Class<?> rowType(ResolvableType type) {
        return type.as(Report.class).getGeneric(0).resolve(Object.class);
    }
}
