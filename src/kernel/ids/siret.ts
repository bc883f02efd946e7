const SHAPE = /^\d{14}$/;

/** True for 14 digits with a right Luhn key (domain.md 1.4). Tells nothing of the establishment. */
export function isSiret(text: string): boolean {
  return SHAPE.test(text) && luhnSum(text) % 10 === 0;
}

function luhnSum(digits: string): number {
  return [...digits].reduce((sum, digit, index) => {
    // With 14 digits, the doubled ones (every second from the right) stand at even places.
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
