package org.binome.local;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/**
 * Shows downloads on the console: one bar for all of them, redrawn in place on a
 * terminal, a line now and then elsewhere.
 */
final class DownloadProgress extends AbstractTransferListener {

	private static final int WIDTH = 30;

	private final PrintStream out;

	private final boolean terminal;

	private final Map<TransferResource, Long> transferred = new ConcurrentHashMap<>();

	private long lastShown;

	private long finishedBytes;

	private int finished;

	DownloadProgress(PrintStream out) {
		this(out, System.console() != null && System.getenv("TERM") != null);
	}

	DownloadProgress(PrintStream out, boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	@Override
	public void transferProgressed(TransferEvent event) {
		this.transferred.put(event.getResource(), event.getTransferredBytes());
		show(event.getResource(), event.getTransferredBytes(), false);
	}

	@Override
	public void transferSucceeded(TransferEvent event) {
		this.transferred.remove(event.getResource());
		synchronized (this) {
			this.finished++;
			this.finishedBytes += event.getTransferredBytes();
		}
		show(event.getResource(), event.getTransferredBytes(), event.getTransferredBytes() > 5_000_000);
	}

	@Override
	public void transferFailed(TransferEvent event) {
		this.transferred.remove(event.getResource());
	}

	private synchronized void show(TransferResource resource, long bytes, boolean last) {
		long now = System.currentTimeMillis();
		if (!last && now - this.lastShown < (this.terminal ? 100 : 3000)) {
			return;
		}
		this.lastShown = now;
		String text = line(resource, bytes);
		if (this.terminal) {
			this.out.print("\r" + text + (last ? System.lineSeparator() : ""));
		}
		else {
			this.out.println(text);
		}
		this.out.flush();
	}

	private String line(TransferResource resource, long bytes) {
		String name = resource.getResourceName();
		name = name.substring(name.lastIndexOf('/') + 1);
		long size = resource.getContentLength();
		int filled = (size > 0) ? (int) Math.min(WIDTH, WIDTH * bytes / size) : 0;
		long all = this.finishedBytes + this.transferred.values().stream().mapToLong(Long::longValue).sum();
		return "Downloading [%s%s] %3d%% %-45s %d MB in all, %d files done".formatted("#".repeat(filled),
				" ".repeat(WIDTH - filled), (size > 0) ? 100 * bytes / size : 0, name, all / 1_000_000, this.finished);
	}

}
