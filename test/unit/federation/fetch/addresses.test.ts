import { describe, expect, it } from '@jest/globals';
import { isLoopbackAddress, isLoopbackName, isPublicAddress } from '../../../../federation/fetch/addresses.ts';

const NOT_PUBLIC = {
  'this machine': '127.0.0.1 127.255.255.254 0.0.0.0 ::1 :: [::1]',
  'private networks': '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 fc00::1 fdff::1 fec0::1',
  'link-local, cloud metadata, carriers': '169.254.169.254 fe80::1 100.64.0.1 100.127.255.255',
  'protocol, benchmarking, documentation': '192.0.0.1 198.18.0.1 198.19.255.255 192.0.2.1 198.51.100.1 203.0.113.1',
  'the same in IPv6': '2001:db8::1 3fff::1 2001:2::1 2001:10::1 100::1 5f00::1',
  'multicast, reserved, broadcast': '224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 ff02::1',
  'IPv4 inside IPv6': '::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::127.0.0.1 ::ffff:0:7f00:1',
  'NAT64, 6to4, Teredo': '64:ff9b::7f00:1 64:ff9b:1::1 64:ff9b::808:808 2002:7f00:1:: 2002:808:808:: 2001::1',
  'other spellings of 127.0.0.1': '2130706433 0x7f000001 0177.0.0.1 0x7f.1 127.1 017700000001 127.0.1',
  'other spellings of 10.0.0.1': '167772161 0xa.0.0.1 012.0.0.1',
  'no address at all': 'example.org 1.2.3.4.5 999.1.1.1 ::g fe80::1%eth0',
};

describe('an address is not public', () => {
  it.each(Object.entries(NOT_PUBLIC))('%s', (_, list) => {
    for (const address of list.split(' ')) expect([address, isPublicAddress(address)]).toEqual([address, false]);
    expect(isPublicAddress('')).toBe(false);
  });
});

it('ordinary addresses are public', () => {
  const ordinary =
    '1.1.1.1 8.8.8.8 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 2606:4700::1 2a01:4f8::1 ::ffff:8.8.8.8';
  for (const address of ordinary.split(' ')) expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

it('loopback is told from other private addresses', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '[::1]', '::ffff:127.0.0.1', '2130706433']) {
    expect(isLoopbackAddress(address)).toBe(true);
  }
  for (const address of ['10.0.0.1', '0.0.0.0', '::', '169.254.169.254', 'localhost']) {
    expect(isLoopbackAddress(address)).toBe(false);
  }
  for (const name of ['localhost', 'north.localhost', 'LOCALHOST.']) expect(isLoopbackName(name)).toBe(true);
  for (const name of ['notlocalhost', 'localhost.evil.test']) expect(isLoopbackName(name)).toBe(false);
});
