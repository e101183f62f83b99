package org.binome.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * A TCP port that is going to be opened.
 *
 * @param purpose what will listen there, for the error message
 * @param property the setting that moves it elsewhere
 * @param number 1 to 65535, or 0 for whatever is free
 */
record Port(String purpose, String property, int number) {

	/**
	 * Fails unless the port can be opened now, on the given address and on all addresses.
	 */
	void ensureFree(String address) {
		if (this.number == 0) {
			return;
		}
		try {
			open(InetAddress.getByName(address));
			open(null);
		}
		catch (UnknownHostException ex) {
			throw new LocalStartException("The address %s isn't one of this machine's.".formatted(address),
					"Set binome.local.address to an address of this machine, for instance 127.0.0.1.", ex);
		}
		catch (IOException ex) {
			throw new LocalStartException(
					"Port %d, which %s needs, is in use or can't be opened (%s).".formatted(this.number, this.purpose,
							ex.getMessage()),
					"Stop the program that listens there, or choose another port with the property %1$s, for instance: mvn spring-boot:run -Dspring-boot.run.arguments=--%1$s=%2$d"
						.formatted(this.property, this.number + 1000),
					ex);
		}
	}

	private void open(InetAddress address) throws IOException {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(address, this.number));
		}
	}

}
