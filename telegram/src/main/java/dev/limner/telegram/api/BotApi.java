package dev.limner.telegram.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.chat.ChatException;
import dev.limner.command.FileTooLargeException;
import dev.limner.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Calls of the Bot API, through the library's client; files through HTTP, since the library knows Telegram's own address
 * of them only. Thread-safe; blocks.
 */
public final class BotApi implements AutoCloseable {
    /** The largest file that a bot may fetch, bytes (Bot API, "getFile"). */
    public static final long MOST_FETCHED = 20_000_000;

    private static final Logger log = LoggerFactory.getLogger(BotApi.class);
    private static final Duration CALL = Duration.ofSeconds(20);
    /** A picture of 50 MB over a slow line. */
    private static final Duration UPLOAD = Duration.ofSeconds(120);

    /** The client gives up before that. */
    private static final Duration LONGEST = UPLOAD.plusSeconds(10);

    private final BotAddress address;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final Pace pace;
    private final Cache<Long, Long> moved =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private volatile MoveListener moves = (from, to) -> {};

    public BotApi(BotAddress address, InstantSource clock) {
        this.address = address;
        this.pace = new Pace(clock);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(128);
        // all is one host; a few chats whose calls hang must not stop the others
        dispatcher.setMaxRequestsPerHost(128);
        this.http = Http.client()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
                // a message whose connection is cut may have arrived: whoever sent it decides
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(CALL)
                .writeTimeout(CALL)
                .callTimeout(UPLOAD)
                .addInterceptor(this::toAddress)
                .addInterceptor(BotApi::refuseErrorPages)
                .build();
        this.client = new OkHttpTelegramClient(
                http,
                address.token(),
                new TelegramUrl(
                        address.base().getScheme(),
                        address.base().getHost(),
                        address.method("x").port(),
                        false));
    }

    private Response toAddress(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        if (request.tag(Placed.class) != null) {
            return chain.proceed(request);
        }
        return chain.proceed(
                request.newBuilder().url(address.prefixed(request.url())).build());
    }

    /** The library would show an error page as error code 0. */
    private static Response refuseErrorPages(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        MediaType type = response.body().contentType();
        if (response.code() >= 400 && (type == null || !type.subtype().equals("json"))) {
            int status = response.code();
            response.close();
            throw new ServerFault(status);
        }
        return response;
    }

    private enum Placed {
        YES
    }

    /** A call that concerns no chat. */
    public <T extends Serializable, M extends BotApiMethod<T>> T call(M method) throws ChatException {
        return call(method, LONGEST);
    }

    /** A call that concerns no chat, and is given up after a while. */
    public <T extends Serializable, M extends BotApiMethod<T>> T call(M method, Duration patience)
            throws ChatException {
        return answer(() -> client.executeAsync(method), patience);
    }

    /** A call in a chat, which waits alone when Telegram wants it to. */
    public <T extends Serializable, M extends BotApiMethod<T>> T call(String chat, M method) throws ChatException {
        return paced(chat, () -> client.executeAsync(method));
    }

    /** A call whose outcome nobody waits for. */
    public <T extends Serializable, M extends BotApiMethod<T>> void tell(M method) {
        try {
            var unused = client.executeAsync(method).whenComplete((answer, fault) -> {
                if (fault != null) {
                    log.debug("{}: {}", method.getMethod(), Faults.of(fault).getMessage());
                }
            });
        } catch (TelegramApiException | RuntimeException e) {
            log.debug("{}: {}", method.getMethod(), e.getMessage());
        }
    }

    public Message send(SendPhoto photo) throws ChatException {
        return paced(photo.getChatId(), () -> client.executeAsync(photo));
    }

    public Message send(SendDocument document) throws ChatException {
        return paced(document.getChatId(), () -> client.executeAsync(document));
    }

    public void edit(EditMessageMedia edit) throws ChatException {
        paced(edit.getChatId(), () -> client.executeAsync(edit));
    }

    /** Is told where a group went on when a call is refused for that; once for each. Must not block. */
    public interface MoveListener {
        void moved(long from, long to);
    }

    /** Tells of moves from now on. */
    public void listen(MoveListener listener) {
        moves = listener;
    }

    private interface Calling<T> {
        CompletableFuture<T> begin() throws TelegramApiException;
    }

    private <T> T paced(String chat, Calling<T> calling) throws ChatException {
        pace.require(chat);
        try {
            return answer(
                    () -> calling.begin().whenComplete((answer, fault) -> {
                        if (fault != null) {
                            noteMove(chat, new ExecutionException(fault));
                        }
                    }),
                    LONGEST);
        } catch (ChatException e) {
            e.retryAfter().ifPresent(rest -> pace.rest(chat, rest));
            throw e;
        }
    }

    /** Where a group went on, if a call was refused for that. */
    public OptionalLong movedTo(long chat) {
        Long to = moved.getIfPresent(chat);
        return to == null ? OptionalLong.empty() : OptionalLong.of(to);
    }

    private void noteMove(String chat, Throwable fault) {
        if (fault.getCause() instanceof TelegramApiRequestException refused
                && refused.getParameters() != null
                && refused.getParameters().getMigrateToChatId() != null) {
            long from = Long.parseLong(chat);
            Long to = refused.getParameters().getMigrateToChatId();
            if (!to.equals(moved.asMap().put(from, to))) {
                moves.moved(from, to);
            }
        }
    }

    private static <T> T answer(Calling<T> calling, Duration patience) throws ChatException {
        try {
            return calling.begin().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(ChatException.Kind.UNAVAILABLE, "interrupted", true, null, e);
        } catch (ExecutionException | TelegramApiException | TimeoutException e) {
            throw Faults.of(e);
        } catch (RuntimeException e) {
            // the library answers a body that it cannot read so
            throw Faults.of(e);
        }
    }

    /**
     * The bytes of a file that somebody sent; the caller closes the stream and decides how much it reads.
     *
     * @throws FileTooLargeException when it is above {@link #MOST_FETCHED}, which not every message tells
     */
    public InputStream download(String fileId) throws IOException {
        String path;
        try {
            File file = call(new GetFile(fileId));
            path = file.getFilePath();
        } catch (ChatException e) {
            if (String.valueOf(e.getMessage()).contains("file is too big")) {
                throw new FileTooLargeException(MOST_FETCHED);
            }
            throw new IOException(e.getMessage(), e);
        }
        if (path == null || path.isEmpty()) {
            throw new IOException("Telegram gave no address for the file");
        }
        if (path.startsWith("/")) {
            throw new IOException("the Bot API server gave a path on its own machine; run it without --local");
        }
        Response response = http.newCall(new Request.Builder()
                        .url(address.file(path))
                        .tag(Placed.class, Placed.YES)
                        .build())
                .execute();
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException("Telegram gave HTTP status " + response.code() + " for the file");
        }
        return response.body().byteStream();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
