package org.binome.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.binome.document.Seal.Sealed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A key in a device, here SoftHSM, seals like one in a file.
 */
class SealDeviceTests {

	private static final List<Path> LIBRARIES = List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"),
			Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
			Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

	@TempDir
	private Path folder;

	@Test
	void con01AKeyThatNeverLeavesItsDeviceSeals() throws Exception {
		Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
		assumeTrue(library != null || Boolean.getBoolean("binome.ci"), "SoftHSM is not installed");
		Path tokens = Files.createDirectories(this.folder.resolve("tokens"));
		Path configuration = Files.writeString(this.folder.resolve("softhsm2.conf"),
				"directories.tokendir = " + tokens + "\n");
		// SoftHSM reads its own configuration from the environment, so it runs in
		// processes of its own
		String slot = slot(run(configuration, List.of("softhsm2-util", "--init-token", "--free", "--label", "seal",
				"--pin", "1234", "--so-pin", "5678")));
		Path provider = Files.writeString(this.folder.resolve("pkcs11.cfg"),
				"name = Device\nlibrary = %s\nslot = %s\n".formatted(library, slot));
		run(configuration,
				List.of(java("keytool"), "-genkeypair", "-keystore", "NONE", "-storetype", "PKCS11", "-storepass",
						"1234", "-addprovider", "SunPKCS11", "-providerarg", provider.toString(), "-alias", "seal",
						"-keyalg", "RSA", "-keysize", "3072", "-dname", "CN=Seal in a device", "-validity", "30"));
		byte[] contract = new Printer().print(ContractDocumentsTests.html("marketing", "fr", Map.of()),
				Instant.parse("2026-09-14T08:00:00Z"));
		Path input = Files.write(this.folder.resolve("contract.pdf"), contract);
		Path output = this.folder.resolve("sealed.pdf");
		run(configuration,
				List.of(java("java"), "-cp", System.getProperty("java.class.path"), Sealing.class.getName(),
						library.toString(), slot, input.toString(), output.toString(),
						this.folder.resolve("certificate").toString()));

		SealCheck.Result result = new SealCheck().check(Files.readAllBytes(output),
				Files.readAllBytes(this.folder.resolve("certificate")), contract);
		assertThat(result.problems()).isEmpty();
		assertThat(result.signer()).isEqualTo("Seal in a device");
	}

	private static String slot(String report) {
		Matcher matcher = Pattern.compile("reassigned to slot (\\d+)").matcher(report);
		assertThat(matcher.find()).as(report).isTrue();
		return matcher.group(1);
	}

	private static String java(String program) {
		return Path.of(System.getProperty("java.home"), "bin", program).toString();
	}

	private String run(Path configuration, List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
		builder.environment().put("SOFTHSM2_CONF", configuration.toString());
		Process process = builder.start();
		String report = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(report).isZero();
		return report;
	}

	/** Seals one document with the device. */
	static final class Sealing {

		private Sealing() {
		}

		public static void main(String[] arguments) throws IOException {
			SealSettings settings = new SealSettings(null, Path.of(arguments[0]), Integer.parseInt(arguments[1]),
					"1234", null, null);
			byte[] evidence = new Printer().print("""
					<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Evidence</title>
					<style>body { font-family: "Source Serif" }</style></head><body><h1>Evidence</h1></body></html>""",
					Instant.parse("2026-09-15T08:00:00Z"));
			Sealed sealed = new Seal(new SealKey(settings), settings).seal(Files.readAllBytes(Path.of(arguments[2])),
					evidence, "Signed by all parties", "Seal");
			Files.write(Path.of(arguments[3]), sealed.pdf());
			Files.write(Path.of(arguments[4]), sealed.certificate());
		}

	}

}
