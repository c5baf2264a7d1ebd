package merchant;

import bootpay.core.BootpayException;
import bootpay.core.CancelFull;
import bootpay.core.CancelPartial;
import bootpay.core.ConfirmPayment;
import bootpay.core.GetReceipt;
import bootpay.core.VerifyPayment;
import bootpay.emulator.Emulator;
import java.util.Objects;

/** The life of a payment in plain Java, on the emulator that comes with its artefact. */
public final class Life {
    private Life() {}

    public static void main(String[] arguments) {
        try (var emulator = new Emulator(); var bootpay = emulator.blockingClient()) {
            var id = emulator.pay(15_000, "o-1").get("receipt_id").getAsString();
            var payments = bootpay.payments();
            same(15_000L, payments.confirm(ConfirmPayment.builder().receiptId(id).orderId("o-1").price(15_000).build()).price());
            same("o-1", payments.verify(new VerifyPayment(id, "o-1", 15_000)).orderId());
            same("price", failure(() -> payments.verify(new VerifyPayment(id, "o-1", 14_000))).getInfo().getField());
            same(5_000L, payments.cancelPartial(new CancelPartial(id, 5_000, "o-1/1")).getCancelledPrice());
            same(15_000L, payments.cancelFull(new CancelFull(id)).getCancelledPrice());
            same("cancelled", payments.get(new GetReceipt(id)).getStatus().symbol());
            same("RC_ALREADY_CANCELLED", failure(() -> payments.cancelFull(new CancelFull(id))).getInfo().getCode());
        }
        var module = Life.class.getModule();
        System.out.println("lived on Java " + System.getProperty("java.version") + ", " + System.getProperty("os.arch")
            + (module.isNamed() ? ", as a module" : ""));
    }

    private static BootpayException failure(Runnable call) {
        try {
            call.run();
        } catch (BootpayException failure) {
            return failure;
        }
        throw new AssertionError("it was accepted");
    }

    private static void same(Object expected, Object found) {
        if (!Objects.equals(expected, found)) throw new AssertionError("expected " + expected + ", found " + found);
    }
}
