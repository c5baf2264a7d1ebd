use bootpay_macros::model;

use super::{Extra, Item, Method, Pg, Platform, Status, User};
use crate::value::{Json, Secret, Won};

/// A payment that the window opens. Give `client_key` or the `application_id` of the platform: both are public.
#[model(request)]
pub struct WindowPayment {
    /// Amount to pay, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order; unique.
    #[check(id)]
    pub order_id: String,
    /// The project's client key.
    #[check(own)]
    #[check(not_blank)]
    pub client_key: Option<String>,
    /// The application id of the platform on which the window opens.
    #[check(application_id)]
    pub application_id: Option<String>,
    /// The PG; without it and `method`, the buyer chooses.
    pub pg: Option<Pg>,
    /// The method.
    pub method: Option<Method>,
    /// The methods that the buyer may choose from, instead of `method`.
    #[wire("method")]
    pub methods: Option<Vec<Method>>,
    /// The tax-free part of `price`, in won; at most `price`. Default 0.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// The deposit on disposable cups that is paid beside `price`, in won.
    #[from_zero]
    pub deposit_price: Option<Won>,
    /// The buyer.
    pub user: Option<User>,
    /// The items bought; quantities times prices must sum to `price`. Payco requires them.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// Options of the payment.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged, also to the browser.
    #[personal]
    pub metadata: Option<Json>,
    /// URL to which the buyer is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
    #[check(page_url)]
    pub redirect_url: Option<String>,
    /// The member's token, from the server's `users.token`.
    pub user_token: Option<Secret>,
    /// The wallet to charge, with `user_token`.
    #[check(id)]
    pub wallet_id: Option<String>,
    /// Keys for commissions, `commerce` and `marketer`.
    #[personal]
    pub commission_keys: Option<Json>,
}

/// A billing key that the window issues; with a `price`, its first charge too. The window has no items for it.
#[model(request)]
pub struct WindowSubscription {
    /// The merchant's id of the subscription; unique.
    #[check(id)]
    pub subscription_id: String,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The project's client key.
    #[check(own)]
    #[check(not_blank)]
    pub client_key: Option<String>,
    /// The application id of the platform on which the window opens.
    #[check(application_id)]
    pub application_id: Option<String>,
    /// The PG; without it and `method`, the buyer chooses.
    pub pg: Option<Pg>,
    /// The method.
    pub method: Option<Method>,
    /// Amount of the first charge, in won; 0 only issues the key. Default 0.
    #[from_zero]
    pub price: Option<Won>,
    /// The tax-free part of `price`, in won; at most `price`. Default 0.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// The buyer.
    pub user: Option<User>,
    /// Options of the window. It cannot be confirmed separately.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged, also to the browser.
    #[personal]
    pub metadata: Option<Json>,
    /// URL to which the buyer is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
    #[check(page_url)]
    pub redirect_url: Option<String>,
    /// The member's token, from the server's `users.token`.
    pub user_token: Option<Secret>,
    /// The wallet, with `user_token`.
    #[check(id)]
    pub wallet_id: Option<String>,
    /// The way in which Bootpay's own easy payment chooses a wallet: `sequential` or `select`.
    pub subscribe_brandpay_type: Option<String>,
}

/// An identity verification that the window makes.
#[model(request)]
pub struct WindowAuthentication {
    /// The merchant's id of the verification; unique.
    #[check(id)]
    pub authentication_id: String,
    /// The project's client key.
    #[check(own)]
    #[check(not_blank)]
    pub client_key: Option<String>,
    /// The application id of the platform on which the window opens.
    #[check(application_id)]
    pub application_id: Option<String>,
    /// The PG.
    pub pg: Option<Pg>,
    /// The method. Default `auth`.
    pub method: Option<Method>,
    /// Purpose, as the person reads it.
    #[check(not_blank)]
    pub order_name: Option<String>,
    /// The person.
    pub user: Option<User>,
    /// Options of the window. It cannot be confirmed separately.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged, also to the browser.
    #[personal]
    pub metadata: Option<Json>,
    /// URL to which the person is redirected afterwards; required unless `extra.open_type` is `iframe` or `popup`.
    #[check(page_url)]
    pub redirect_url: Option<String>,
}

/// The purpose of a window.
#[model]
pub enum WindowKind {
    /// A payment.
    #[name("payment", "결제")]
    Payment,
    /// A billing key.
    #[name("subscription", "정기결제")]
    Subscription,
    /// An identity verification.
    #[name("authentication", "본인인증")]
    Authentication,
}

/// What a page or an app opens a window with.
#[model]
pub struct WindowPayload {
    /// The purpose of the window.
    pub kind: WindowKind,
    /// The function of Bootpay's browser SDK that takes `payload`: `Bootpay.requestPayment`, without `Bootpay.`.
    pub function: String,
    /// The argument of the function: an object.
    #[personal]
    pub payload: Json,
}

/// The bridge between the page in a web view and the app. Its name chooses the bridge at Bootpay too.
#[model]
pub enum WindowDialect {
    /// Android: an interface `Android` with the methods `confirm`, `done`, `issued`, `cancel`, `error`, `close` and
    /// `redirectEvent`.
    Android,
    /// Flutter on Android: channels `BootpayConfirm`, `BootpayDone`, `BootpayIssued`, `BootpayCancel`,
    /// `BootpayError`, `BootpayClose` and `BootpayFlutterWebView`.
    AndroidFlutter,
    /// Flutter on iOS: the same channels.
    IosFlutter,
    /// iOS: a message handler `Bootpay`.
    Ios,
    /// React Native on Android: `BootpayRNWebView.postMessage`.
    AndroidReactNative,
    /// React Native on iOS: the same.
    IosReactNative,
}

/// Opens a window in an app's web view.
#[model(request)]
pub struct OpenWindow {
    /// The purpose of the window.
    pub kind: WindowKind,
    /// The payload that `payment`, `subscription` or `authentication` returned, here or on the merchant's server.
    #[personal]
    pub payload: Json,
    /// The app's bridge.
    pub dialect: WindowDialect,
    /// A random UUID that the app makes once and keeps: it tells Bootpay's statistics apart, and nothing more.
    #[check(id)]
    #[personal]
    pub uuid: String,
    /// The window's language, `ko` or `en`. Default `ko`.
    #[check(window_locale)]
    pub locale: Option<String>,
    /// The address of the emulator, instead of Bootpay's: `http://10.0.2.2:8080`.
    #[check(origin)]
    pub emulator: Option<String>,
}

/// A window in Bootpay's own page.
#[model]
pub struct WindowScripts {
    /// The page to load in the web view.
    pub url: String,
    /// The lines to evaluate in it, each by itself, once, after it was loaded.
    #[personal]
    pub open: Vec<String>,
    /// The line to evaluate after the event `confirm`, if the app approves and not the merchant's server.
    pub confirm: String,
    /// The line to evaluate to close the window.
    pub close: String,
}

/// The form that opens a window, for a page of one's own.
#[model]
pub struct WindowForm {
    /// The URL to post it to, from a form in HTML.
    pub url: String,
    /// Its field `payload`.
    #[personal]
    pub payload: String,
    /// Its field `token`: the key of `payload`.
    #[personal]
    pub token: String,
}

/// Decrypts the fields of a form.
#[model(request)]
pub struct DecryptForm {
    /// The field `payload`, percent-decoded.
    #[personal]
    pub payload: String,
    /// The field `token`, percent-decoded.
    #[personal]
    pub token: String,
}

/// Parses a message of the window.
#[model(request)]
pub struct ParseMessage {
    /// The name under which it came: the method or channel of the bridge (`done`, `BootpayDone`, `Bootpay`), or
    /// `redirect_url` for the address to which the window returned.
    pub channel: String,
    /// The message, or the address.
    #[personal]
    pub message: String,
}

/// A message of the window. Anybody can forge one: it proves nothing.
#[model]
pub struct WindowEvent {
    /// The event.
    pub kind: WindowEventKind,
    /// Bootpay's id of the payment, 24 hex characters: what the merchant's server confirms or verifies.
    pub receipt_id: Option<String>,
    /// The merchant's id of the order.
    pub order_id: Option<String>,
    /// Status of the payment, as the page says.
    pub status: Option<Status>,
    /// Amount, in won, as the page says.
    pub price: Option<i64>,
    /// The symbol of the method.
    pub method_origin_symbol: Option<String>,
    /// Bootpay's host for the payment window.
    pub gateway_url: Option<String>,
    /// Bootpay's error code.
    pub error_code: Option<String>,
    /// The PG's error code.
    pub pg_error_code: Option<String>,
    /// Reason, for the buyer to read.
    #[personal]
    pub message: Option<String>,
    /// The page to load, of `redirect`: http or https.
    #[personal]
    pub url: Option<String>,
    /// The height of a widget, in pixels.
    pub height: Option<i64>,
    /// The whole message, or text that is no message as a string.
    pub raw: Json,
}

/// An event of the window.
#[model]
pub enum WindowEventKind {
    /// The buyer has finished, and the payment waits for its approval.
    Confirm,
    /// The payment is approved, the billing key issued or the identity verified, as the page says.
    Done,
    /// A virtual account is issued; its deposit comes later.
    Issued,
    /// The buyer has cancelled.
    Cancel,
    /// It has failed.
    Error,
    /// The window is gone.
    Close,
    /// The app is to load `url` in the web view.
    Redirect,
    /// The widget wants the whole screen.
    FullScreen,
    /// The widget gives the screen back.
    RevertScreen,
    /// The widget is ready.
    WidgetReady,
    /// The widget has another `height`.
    WidgetResize,
    /// The buyer has chosen a method in the widget.
    WidgetChangePayment,
    /// The buyer has agreed to terms in the widget, or no longer.
    WidgetChangeTerms,
    /// A message between pages, of no use to an app.
    Ignore,
    /// Nothing that this version knows; `raw` has it.
    Unknown,
}

/// Asks if the app closes the window after an event.
#[model(request)]
pub struct CheckClose {
    /// The event.
    pub event: WindowEventKind,
    /// The `open_type` of the window. Default `redirect`.
    pub open_type: Option<String>,
    /// The `display_success_result` of its `extra`. Default false.
    pub display_success_result: Option<bool>,
    /// The `display_error_result` of its `extra`. Default true.
    pub display_error_result: Option<bool>,
    /// The `method_origin_symbol` of the event.
    pub method_origin_symbol: Option<String>,
}

/// Asks what to do with a link that a page in the window opens.
#[model(request)]
pub struct DecideLink {
    /// The link.
    #[personal]
    pub url: String,
    /// `android` or `ios`.
    pub platform: Platform,
    /// On Android, the installed ones of the packages in the app's `<queries>`. Without it, the app tries to open
    /// another app, and follows the decision's `fallback_url` or `store_url` if that fails.
    pub installed: Option<Vec<String>>,
    /// The `redirect_url` of the window.
    pub redirect_url: Option<String>,
}

/// The decision about a link.
#[model]
pub struct LinkDecision {
    /// The decision.
    pub action: LinkAction,
    /// The URL that it is about: to open, to load, or the link itself.
    #[personal]
    pub url: String,
    /// On Android, the only app that may open the URL.
    pub package: Option<String>,
    /// The page to load if the app, or the store, cannot be opened.
    #[personal]
    pub fallback_url: Option<String>,
    /// The app's page in the store, if the app cannot be opened and there is no `fallback_url`.
    pub store_url: Option<String>,
}

/// What to do with a link.
#[model]
pub enum LinkAction {
    /// The web view loads it by itself.
    Stay,
    /// Open `url` with another app: on Android with an `ACTION_VIEW` for `package`, on iOS with `open`.
    OpenApp,
    /// Open `url`, the page of the missing app in the store.
    Install,
    /// Load `url` in the web view.
    Load,
    /// Do nothing.
    Swallow,
    /// The window has returned: close the web view, and parse `url` at the channel `redirect_url`.
    Result,
}

/// Asks for an app's entries in its manifest or property list.
#[model(request)]
pub struct WriteManifest {
    /// `android` or `ios`.
    pub platform: Platform,
    /// The app's own scheme, the `app_scheme` of the window's `extra`; required on iOS.
    #[check(app_scheme)]
    pub app_scheme: Option<String>,
}
