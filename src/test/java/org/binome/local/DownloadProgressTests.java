package org.binome.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadProgressTests {

	private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

	private final DownloadProgress progress = new DownloadProgress(
			new PrintStream(this.shown, true, StandardCharsets.UTF_8), true);

	@Test
	void drawsABarInPlace() {
		TransferResource resource = new TransferResource("central", "http://repository.example/",
				"io/camunda/camunda-zeebe.tar.gz", null, null)
			.setContentLength(300_000_000);
		this.progress.transferProgressed(event(resource, 150_000_000));
		assertThat(this.shown.toString(StandardCharsets.UTF_8)).startsWith("\r")
			.contains("[###############               ]")
			.contains(" 50%")
			.contains("camunda-zeebe.tar.gz")
			.contains("150 MB in all");
		this.progress.transferSucceeded(event(resource, 300_000_000));
		assertThat(this.shown.toString(StandardCharsets.UTF_8)).contains("100%").endsWith(System.lineSeparator());
	}

	private static TransferEvent event(TransferResource resource, long bytes) {
		return new TransferEvent.Builder(new DefaultRepositorySystemSession(), resource).setTransferredBytes(bytes)
			.build();
	}

}
