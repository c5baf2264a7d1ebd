package bootpay.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bootpay.emulator.Emulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The blocking client, as Java sees it: no nulls for what is optional, no Kotlin types. */
class PlainJavaTest {
    private static final Emulator emulator = new Emulator();

    @AfterAll
    static void stop() {
        emulator.close();
    }

    private static BlockingBootpay client() throws BootpayException {
        var merchant = emulator.getMerchant();
        var keys = new Credentials(
            merchant.get("client_key").getAsString(), merchant.get("secret_key").getAsString());
        return new BlockingBootpay(keys, new ClientOptions(emulator.getUrl()));
    }

    @Test
    void takesAPaymentThroughItsLife() throws BootpayException {
        var id = emulator.pay(15_000, "order-java", "waiting_confirm").get("receipt_id").getAsString();
        try (var bootpay = client()) {
            VerifiedPayment paid = bootpay.payments().confirm(new ConfirmPayment(id, "order-java", 15_000));
            assertEquals(15_000, paid.price());
            Receipt part = bootpay.payments().cancelPartial(new CancelPartial(id, 5_000, "refund-1"));
            assertEquals(5_000, part.getCancelledPrice());
            assertEquals(Status.Cancelled.INSTANCE, part.getStatus());
            var options = new CallOptions(Duration.ofSeconds(20));
            assertEquals(15_000, bootpay.payments().cancelFull(new CancelFull(id), options, null).getCancelledPrice());
            var refused = assertThrows(BootpayException.Rejected.class, () -> bootpay.payments().cancelFull(new CancelFull(id)));
            assertEquals("RC_ALREADY_CANCELLED", refused.getInfo().getCode());
            assertTrue(refused.getMessage().startsWith("payments.cancel_full: rejected, RC_ALREADY_CANCELLED"), refused.getMessage());
        }
    }

    @Test
    void givesUpFromAnotherThread() throws Exception {
        var paid = emulator.pay(1_000, "order-java", "paid").get("receipt_id").getAsString();
        try (var bootpay = client()) {
            for (var path : new String[] {"/v2/receipt", "/v2/cancel"}) {
                emulator.control("POST", "/emulator/faults", "{\"path\": \"" + path + "\", \"kind\": \"stall\", \"seconds\": 2}");
            }
            var cancellation = new Cancellation();
            later(300, cancellation::cancel);
            var read = assertThrows(
                BootpayException.class, () -> bootpay.payments().get(new GetReceipt(paid), null, cancellation));
            assertEquals(Repeat.SAFE, read.getInfo().getRepeat());
            assertTrue(bootpay.attempts().unresolved().isEmpty());

            var another = new Cancellation();
            later(300, another::cancel);
            var money = assertThrows(
                BootpayException.OutcomeUnknown.class,
                () -> bootpay.payments().cancelFull(new CancelFull(paid), null, another));
            assertEquals(paid, money.getInfo().getAttempt().getReceiptId());
            assertEquals(1, bootpay.attempts().unresolved().size());

            var before = assertThrows(
                BootpayException.NotSent.class,
                () -> bootpay.payments().cancelFull(new CancelFull(paid), null, another));
            assertEquals(Repeat.SAFE, before.getInfo().getRepeat());
        }
    }

    private static void later(long milliseconds, Runnable action) {
        var thread = new Thread(() -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException ignored) {
                return;
            }
            action.run();
        });
        thread.setDaemon(true);
        thread.start();
    }
}
