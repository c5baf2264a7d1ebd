import bootpay.core.BlockingBootpay;
import bootpay.core.Bootpay;
import bootpay.core.BootpayException;
import bootpay.core.CancelFull;
import bootpay.core.CancelPartial;
import bootpay.core.ClientOptions;
import bootpay.core.ConfirmPayment;
import bootpay.core.Credentials;
import bootpay.core.Mode;
import bootpay.core.Receipt;
import bootpay.core.Status;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** A merchant's server in plain Java 11: blocking calls, builders, unchecked exceptions. */
public final class App {
    private static final String URL = System.getenv("BOOTPAY_EMULATOR_URL");
    private static final String MERCHANT = System.getenv("BOOTPAY_MERCHANT");

    private App() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        same(55, classFileVersion(Bootpay.class));
        var keys = Credentials.builder().clientKey(of(MERCHANT, "client_key")).secretKey(of(MERCHANT, "secret_key")).build();
        var options = ClientOptions.builder().baseUrl(URL).mode(Mode.LIVE).retries(1).timeout(Duration.ofSeconds(20)).build();
        try (var bootpay = new BlockingBootpay(keys, options)) {
            var id = pay();
            var order = ConfirmPayment.builder().receiptId(id).orderId("o-1").price(15_000).build();
            same(15_000L, bootpay.payments().confirm(order).price());
            var part = CancelPartial.builder().receiptId(id).cancelPrice(5_000).cancelId("o-1/1").cancelMessage("size").build();
            Receipt receipt = bootpay.payments().cancelPartial(part);
            same("cancelled", receipt.getStatus().symbol());
            same(Status.of("cancelled"), receipt.getStatus());
            same("cancelled", receipt.toMap().get("status"));
            bootpay.payments().cancelFull(new CancelFull(id));
            same("RC_ALREADY_CANCELLED", failed(() -> bootpay.payments().cancelFull(new CancelFull(id))).getInfo().getCode());
            same("cancel_id", failed(() -> CancelPartial.builder().receiptId(id).cancelPrice(1).build()).getInfo().getField());
            var cut = ConfirmPayment.builder().receiptId(id).orderId("녹차 🍵".substring(0, 4)).price(15_000).build();
            same("order_id", failed(() -> bootpay.payments().confirm(cut)).getInfo().getField());
        }
    }

    private static BootpayException failed(Runnable call) {
        try {
            call.run();
        } catch (BootpayException failure) {
            return failure;
        }
        throw new AssertionError("it was accepted");
    }

    private static String pay() throws IOException, InterruptedException {
        var payment = String.format(
            "{\"order_id\": \"o-1\", \"order_name\": \"Tea\", \"price\": 15000, \"merchant\": \"%s\"}", of(MERCHANT, "id"));
        var request = HttpRequest.newBuilder(URI.create(URL + "/emulator/payments"))
            .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(payment)).build();
        return of(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body(), "receipt_id");
    }

    private static String of(String json, String field) {
        var found = Pattern.compile("\"" + field + "\":\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) throw new AssertionError("no " + field + " in " + json);
        return found.group(1);
    }

    private static int classFileVersion(Class<?> type) throws IOException {
        try (var file = new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
            file.readInt();
            file.readUnsignedShort();
            return file.readUnsignedShort();
        }
    }

    private static void same(Object expected, Object found) {
        if (!Objects.equals(expected, found)) throw new AssertionError("expected " + expected + ", found " + found);
    }
}
