package dev.limner.telegram.event;

import dev.limner.command.IncomingFile;
import dev.limner.telegram.api.BotApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** Pictures that people send: photos in their largest size, and image files. Nothing is fetched before it is read. */
final class Photos {
    /** The most that a bot may fetch. */
    static final long MOST_BYTES = BotApi.MOST_FETCHED;

    private final BotApi api;

    Photos(BotApi api) {
        this.api = api;
    }

    static boolean hasPicture(Message message) {
        List<PhotoSize> sizes = message.getPhoto();
        return (sizes != null && !sizes.isEmpty()) || isImage(message.getDocument());
    }

    Optional<IncomingFile> of(@Nullable Message message) {
        if (message == null) {
            return Optional.empty();
        }
        Document document = message.getDocument();
        if (document != null && isImage(document)) {
            String name = document.getFileName() == null ? "image" : document.getFileName();
            return Optional.of(new Sent(api, document.getFileId(), name, size(document.getFileSize())));
        }
        List<PhotoSize> sizes = message.getPhoto();
        if (sizes == null) {
            return Optional.empty();
        }
        return sizes.stream()
                .max(Comparator.comparingLong(Photos::pixels))
                .map(largest -> new Sent(
                        api,
                        largest.getFileId(),
                        "photo.jpg",
                        largest.getFileSize() == null
                                ? -1
                                : largest.getFileSize().longValue()));
    }

    private static boolean isImage(@Nullable Document document) {
        return document != null
                && document.getMimeType() != null
                && document.getMimeType().startsWith("image/");
    }

    private static long size(@Nullable Long given) {
        return given == null ? -1 : given;
    }

    private static long pixels(PhotoSize size) {
        return size.getWidth() == null || size.getHeight() == null ? 0 : (long) size.getWidth() * size.getHeight();
    }

    private record Sent(BotApi api, String fileId, String name, long claimedSize) implements IncomingFile {
        @Override
        public InputStream open() throws IOException {
            return api.download(fileId);
        }
    }
}
