// swift-tools-version:6.0
import PackageDescription

let core: Target.Dependency = .product(name: "BootpayCore", package: "bootpay-core-swift")
let testing: Target.Dependency = .product(name: "BootpayTesting", package: "bootpay-core-swift")
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "merchant",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "target/bootpay-core-swift")],
    targets: [
        .target(name: "Merchant", dependencies: [core], swiftSettings: strict),
        .executableTarget(name: "app", dependencies: ["Merchant", core], swiftSettings: strict),
        // The Swift of the pages, where a value may be shown and not used.
        .target(name: "Pages", dependencies: [core, testing], swiftSettings: [.unsafeFlags(["-suppress-warnings"])]),
        .testTarget(
            name: "MerchantTests", dependencies: ["Merchant", core, testing], swiftSettings: strict),
    ]
)
