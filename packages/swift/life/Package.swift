// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "life",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/bootpay-core/bootpay-core-swift", from: "0.1.0")],
    targets: [
        .executableTarget(
            name: "life", dependencies: [.product(name: "BootpayCore", package: "bootpay-core-swift")])
    ]
)
