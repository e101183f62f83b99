package org.binome.prospecting;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.binome.partner.ContactDetail;

/**
 * The person of a candidate who would be approached.
 *
 * @param detail what kind of address it is, and by what right we use it (APP-03)
 */
public record Contact(String name, String email, String role, ContactDetail detail) {

	private static final List<String> KEY_ROLES = List.of("business development", "developpement", "bizdev",
			"marketing", "partner", "partenariat", "alliance", "commercial", "sales");

	/**
	 * Whether the role is one of the key people: business development, marketing,
	 * partnerships (PRO-24).
	 */
	public boolean keyPerson() {
		String plain = Normalizer.normalize(this.role, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT);
		return KEY_ROLES.stream().anyMatch(plain::contains);
	}

}
